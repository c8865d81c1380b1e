/**
 * Symbols for the eye, words for the ear.
 */
import { Tex } from './Tex';

interface NamedTexProps {
  /** For the ear: "q 2". */
  readonly name: string;
  readonly tex: string;
}

export function NamedTex({ name, tex }: NamedTexProps) {
  return (
    <>
      <span className="visually-hidden">{name}</span>
      <span aria-hidden="true">
        <Tex seen>{tex}</Tex>
      </span>
    </>
  );
}
