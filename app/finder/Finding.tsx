/**
 * What is being looked for: a function to add, a command, a node; or the sheet of shortcuts.
 */
import { matchSorter } from 'match-sorter';
import { useTranslation } from 'react-i18next';
import {
  addFormula,
  addNode,
  freshId,
  isComposite,
  nodesInOrder,
  type Position,
  setValue,
  together,
  valueOfText,
} from '#document';
import { isLeaf } from '#engine';
import { labelOf } from '#scene';
import { screenPoint } from '../canvas/viewport';
import { shownKeys } from '../commands/keyboard';
import { COMMANDS } from '../commands/registry';
import { SettingsDialog } from '../dialogs/SettingsDialog';
import { t } from '../i18n/i18n';
import { said } from '../i18n/messages';
import { Tex } from '../math/Tex';
import { focusTwin } from '../outline/focus';
import { entriesFor, search } from '../palette/entries';
import { commit, currentDocument, select, useEditor, type WireEnd } from '../state/store';
import { addEntry, operandTaking } from './adding';
import { Finder, type Found } from './Finder';
import { Shortcuts } from './Shortcuts';

export function Finding() {
  const finding = useEditor((state) => state.finding);
  switch (finding?.kind) {
    case undefined:
      return null;
    case 'operators':
      return <OperatorFinder {...finding} />;
    case 'commands':
      return <CommandFinder />;
    case 'nodes':
      return <NodeFinder />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'settings':
      return <SettingsDialog />;
  }
}

/** Building goes on from the node that was just added, or found. */
function focusSelected(): void {
  const id = useEditor.getState().selection.nodes.at(-1);
  if (id !== undefined) focusTwin(id);
}

interface OperatorFinderProps {
  readonly place: Position;
  readonly end?: WireEnd;
}

function OperatorFinder({ place, end }: OperatorFinderProps) {
  const { t } = useTranslation();
  return (
    <Finder
      label={t('Add a node…')}
      placeholder={end ? t('Which function?') : t('A function, a formula or a matrix')}
      results={(words) => [...(end ? [] : typedNodes(words, place)), ...fittingOperators(words, place, end)]}
      nothing={(words) => problemOf(words, place) ?? t('No function is called “{{words}}”.', { words })}
      at={screenPoint(place)}
      focusAfter={focusSelected}
    />
  );
}

/** After an output: what takes its value. Before an operand: values first. Into a wire: what takes what comes along it. */
function fittingOperators(words: string, place: Position, end: WireEnd | undefined): Found[] {
  const source =
    end &&
    (end.operand === undefined ? end.node : currentDocument().nodes.get(end.node)?.inputs?.[end.operand]);
  const all = entriesFor(currentDocument());
  const fitting =
    source === undefined
      ? all
      : all.filter(({ op, add }) => !add && !isLeaf(op) && operandTaking(op, source) !== undefined);
  return search(fitting, words).map((entry) => ({
    key: entry.key,
    title: entry.title,
    sign: <Tex>{entry.symbol}</Tex>,
    aside: entry.op,
    help: entry.help,
    run: () => addEntry(entry, place, end),
  }));
}

const NAME = /^[\p{L}\d_ ]*$/u;

/** A matrix or a formula that was typed, as what it makes. A word is a name that is looked for. */
function typedNodes(words: string, place: Position): Found[] {
  const text = words.trim();
  const value = valueOfText(text);
  if (value !== undefined && (typeof value !== 'object' || Array.isArray(value))) {
    const id = freshId(currentDocument(), 'variable');
    const run = () => {
      commit(together(`Add ${id}`, [addNode(id, 'variable', place), setValue(id, value)]));
      select({ nodes: [id] });
    };
    return [{ key: 'value', title: t('{{id}} with this value', { id }), aside: t('Variable'), run }];
  }
  if (NAME.test(text)) return [];
  const command = addFormula(currentDocument(), useEditor.getState().evaluation.program, text, place);
  if ('problem' in command) return [];
  const count = command.ids.length;
  const run = () => {
    commit(command);
    select({ nodes: command.ids });
  };
  return [{ key: 'formula', title: text, aside: t('graph of {{count}} nodes', { count }), run }];
}

/** What is wrong with a formula that was typed. */
function problemOf(words: string, place: Position): string | undefined {
  if (NAME.test(words)) return undefined;
  const command = addFormula(currentDocument(), useEditor.getState().evaluation.program, words, place);
  return 'problem' in command ? said(command.problem) : undefined;
}

function CommandFinder() {
  const { t } = useTranslation();
  const commands = COMMANDS.filter(
    ({ id, enabled }) => id !== 'view.commands' && enabled(useEditor.getState()),
  );
  const all = commands.map((command): Found & { english: string } => ({
    key: command.id,
    title: t(command.label),
    english: command.label,
    aside: [t(command.menu), shownKeys(command)].filter(Boolean).join(' · '),
    run: () => command.run(),
  }));
  return (
    <Finder
      label={t('All commands…')}
      placeholder={t('What do you want to do?')}
      results={(words) =>
        words.trim() === '' ? all : matchSorter(all, words, { keys: ['title', 'english'] })
      }
      nothing={(words) => t('No command is called “{{words}}”.', { words })}
    />
  );
}

function NodeFinder() {
  const { t } = useTranslation();
  const all = nodesInOrder(currentDocument()).map((node): Found & { words: string[] } => ({
    key: node.id,
    title: node.id,
    sign: <Tex>{labelOf(node)}</Tex>,
    aside: isComposite(node.op) ? (node.expression ?? node.function ?? node.op) : node.op,
    words: [node.id, node.op, node.label ?? '', node.expression ?? ''],
    run: () => select({ nodes: [node.id] }),
  }));
  return (
    <Finder
      label={t('Find a node…')}
      placeholder={t('A name, a function or a formula')}
      results={(words) => (words.trim() === '' ? all : matchSorter(all, words, { keys: ['words'] }))}
      nothing={(words) => t('No node is called “{{words}}”.', { words })}
      focusAfter={focusSelected}
    />
  );
}
