/** What a file says of an article; everything but the text may be "". `published` is as the file writes it. */
export type ArticleInFile = {
  text: string;
  title: string;
  publisher: string;
  published: string;
  language: string;
};
