/** Lines of a character, a space and what it becomes, parted by `|`. */
declare module "opencc-js/dict/TSCharacters" {
  const lines: string;
  export default lines;
}
