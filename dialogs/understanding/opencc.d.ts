/** OpenCC's tables, as `from to|from to|…`; the package types its converters only. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
