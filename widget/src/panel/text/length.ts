/** How long a text is as the server counts it: in characters, where an emoji is one and not two. */
export function lengthOf(text: string): number {
  return [...text].length;
}
