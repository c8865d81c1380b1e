/**
 * Links to graphs: made, and opened. Nothing takes the place of anything before the user has seen what the link holds.
 */
import { LINK_SCHEME } from '#bridge';
import { EDITOR_LIMITS, readText, writeText } from '#document';
import { writeToClipboard } from '../commands/clipboard';
import { countText } from '../i18n/counts';
import { t } from '../i18n/i18n';
import { openUnsaved, withView } from '../state/files';
import { wholeDocument } from '../state/functions';
import { showDialog, showNotice } from '../state/store';
import { LONGEST_LINK, linkTo, textInHash } from './link';

const refuse = (text: string) => showNotice({ text, kind: 'refusal' });

/** Copies a link that holds the graph as it is now. */
export async function shareLink(): Promise<void> {
  const whole = wholeDocument();
  if ('problem' in whole) return refuse(whole.problem);
  const web = location.protocol.startsWith('http');
  const link = linkTo(
    writeText(withView(whole)),
    // Whoever has the application opens it there; a page on the web has an address of its own.
    web ? location.origin + location.pathname : `${LINK_SCHEME}://open`,
  );
  const length = countText(link.length);
  const most = countText(LONGEST_LINK);
  if (link.length > LONGEST_LINK)
    return refuse(
      t('The link would have {{length}} characters, more than {{most}}: save the graph and send the file.', {
        length,
        most,
      }),
    );
  if (!(await writeToClipboard(link))) return;
  const text = t('The link is copied. It holds the graph as it is now, in {{length}} characters.', {
    length,
  });
  showNotice({ text, kind: 'note' });
}

export function listenToLinks(target: Window): void {
  take();
  target.addEventListener('hashchange', take);
}

/** Offers the graph in the address of the page, which is rid of it at once: loading the page again is no second offer. */
function take(): void {
  const { hash } = location;
  if (textInHash(hash)) history.replaceState(null, '', location.pathname + location.search);
  offerLink(hash);
}

/** Offers the graph behind the `#` of a link, if there is one. */
export function offerLink(hash: string): void {
  const shared = textInHash(hash);
  if (!shared) return;
  if ('problem' in shared) return showDialog({ kind: 'failure', message: sentenceOf(shared.problem) });
  const outcome = readText(shared.text, EDITOR_LIMITS);
  const name = t('The graph in the link');
  if ('problems' in outcome) return showDialog({ kind: 'refused', file: name, problems: outcome.problems });
  const { title, nodes } = outcome.document;
  showDialog({
    kind: 'shared',
    title,
    nodes: nodes.size,
    proceed: () => {
      showDialog(null);
      openUnsaved(shared.text, name);
    },
  });
}

const sentenceOf = (problem: 'damaged' | 'too large'): string =>
  problem === 'damaged'
    ? t('The link is damaged or was cut off: ask for it once more, or for the file.')
    : t('The link holds more than 16 MiB, which no graph that the editor opens has.');
