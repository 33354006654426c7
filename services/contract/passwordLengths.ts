/** How many digits a bank's passwords have, for those who know no item. */
export {
  isUsual,
  type PasswordLengths,
  passwordLengthsShape,
  usualPasswordLengths,
  widestPasswordLengths,
} from './items/passwordLengths.ts';
