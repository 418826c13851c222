/** The kinds of file an article may come in, for a file field's `accept`. */
export const ARTICLE_FILES = ".txt,.md,.html,.htm,.pdf,text/plain,text/html,application/pdf";
