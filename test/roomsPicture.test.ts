import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rooms } from './rooms.ts';
import { roomsPicture } from './roomsPicture.ts';

const kept = fileURLToPath(new URL('../docs/pictures/rooms.svg', import.meta.url));

describe('the picture of the rooms', () => {
  it('shows every room, as the walls have them (drawn anew by npm run pictures)', () => {
    const drawn = roomsPicture();
    if (process.env.PICTURES_DIR) writeFileSync(kept, drawn);
    assert.ok(existsSync(kept) && readFileSync(kept, 'utf8') === drawn, 'npm run pictures draws it');
    assert.equal(drawn.match(/class="room"/g)?.length, Object.keys(rooms).length);
  });
});
