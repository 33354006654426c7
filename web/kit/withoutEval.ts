import * as z from 'zod';

// Imported first: while schemas are being made, zod tries whether it may make code from text, and the page's
// policy would report that.
z.config({ jitless: true });
