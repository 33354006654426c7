/** The address of the secure form; a token or a browser's own id follows it. */
export const secureFormPage = '/s';

/** All addresses of the secure form, for the server and for the page. */
export const secureFormAddresses = {
  opened: `${secureFormPage}/:token`,
  assets: `${secureFormPage}/assets`,
  view: `${secureFormPage}/view`,
  code: `${secureFormPage}/code`,
  freeze: `${secureFormPage}/freeze`,
  information: `${secureFormPage}/information`,
  notMe: `${secureFormPage}/not-me`,
} as const;
