/** The kinds of file an article may come in, for a file field's `accept`. */
export const ARTICLE_FILES = ".txt,.md,.html,.htm,.pdf,text/plain,text/html,application/pdf";

/** The header that tells the name of a file whose bytes are sent, encoded as a part of an address is. */
export const FILE_NAME_HEADER = "x-file-name";
