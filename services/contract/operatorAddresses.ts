/** The addresses of the operator's page and of its log-in. */
const operatorPage = '/operator';

/** Every address of it, for the server and for the page. */
export const operatorAddresses = {
  page: operatorPage,
  assets: `${operatorPage}/assets`,
  logIn: `${operatorPage}/login`,
  logOut: `${operatorPage}/logout`,
  me: `${operatorPage}/me`,
  figures: `${operatorPage}/figures`,
  find: `${operatorPage}/find`,
  card: `${operatorPage}/card`,
  act: `${operatorPage}/act`,
  matters: `${operatorPage}/matters`,
  approvals: `${operatorPage}/approvals`,
  decide: `${operatorPage}/decide`,
  trail: `${operatorPage}/trail`,
  export: `${operatorPage}/trail.csv`,
  verify: `${operatorPage}/trail/verify`,
} as const;
