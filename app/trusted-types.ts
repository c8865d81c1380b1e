/**
 * No text becomes part of the page, or a script, but through here (Trusted Types, W3C): documents that are only read, and scripts of the page's own.
 */

/** What TypeScript's library does not declare. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: Record<
      'createHTML' | 'createScriptURL',
      (text: string, type: string, sink: string) => string | null
    >,
  ): void;
}

/** A document that is made of a text is not shown, and nothing in it runs. */
const READ_ONLY = 'DOMParser parseFromString';

/** Where the browser knows of trusted types, everything else is refused by the content policy. */
export function startTrustedTypes(): void {
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
    createHTML: (text, _, sink) => (sink === READ_ONLY ? text : null),
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  });
}
