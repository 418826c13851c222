/** What a refused request says is wrong, in words; its text as it is where it is no answer of ours. */
export async function refusalText(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    const { error } = JSON.parse(text) as { error: { issues: { message: string }[] } };
    return error.issues.map(({ message }) => message).join(" ");
  } catch {
    return text;
  }
}
