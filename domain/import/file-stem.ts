/** The name of an uploaded file without its ending, of what every system takes in a file's name. */
export function fileStem(fileName: string): string {
  return fileName.replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "-");
}
