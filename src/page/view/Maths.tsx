/** MathML as a text, which only changes where the text does. */
export function Maths({ of }: { readonly of: string }) {
  return <math dangerouslySetInnerHTML={{ __html: of }} />;
}
