/**
 * The menu under the right mouse button: what can be done with the canvas, with a node or with a wire.
 */
import { ContextMenu } from '@base-ui/react/context-menu';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { select, useEditor } from '../state/store';
import { CommandItem } from './CommandItem';
import styles from './menus.module.css';

const EDITING = ['edit.duplicate', 'edit.cut', 'edit.copy', 'edit.delete', 'edit.delete-reconnect'] as const;

/** Ids of commands; null draws a line. */
const MENU = {
  canvas: [
    'graph.add',
    'edit.paste',
    null,
    'edit.select-all',
    'arrange.tidy',
    'view.fit',
    null,
    'view.commands',
    'view.shortcuts',
  ],
  node: [
    'graph.target',
    'graph.add-after',
    'graph.add-before',
    'graph.cut-wires',
    'study.paths',
    'study.differential',
    'study.layouts',
    null,
    'edit.rename',
    ...EDITING,
    null,
    'select.upstream',
    'select.downstream',
    null,
    'function.enter',
    'function.fold',
    'function.unfold',
    'graph.fold-formula',
    'graph.unfold-formula',
  ],
  nodes: [
    ...EDITING,
    null,
    'arrange.tidy',
    'arrange.align-left',
    'arrange.align-centre',
    'arrange.align-right',
    'arrange.align-top',
    'arrange.align-middle',
    'arrange.align-bottom',
    'arrange.distribute-across',
    'arrange.distribute-down',
    null,
    'select.upstream',
    'select.downstream',
    null,
    'graph.frame',
    'graph.unframe',
    'function.fold',
    'graph.fold-formula',
  ],
  wire: ['graph.insert', 'study.layouts', 'edit.delete'],
} as const satisfies Record<string, readonly (string | null)[]>;

type Subject = keyof typeof MENU;

/** What was pressed on; it becomes the selection unless it is a part of it. */
function subjectOf({ target }: MouseEvent): Subject {
  const element = target instanceof Element ? target : null;
  const node = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const wire = element?.closest<HTMLElement>('[data-wire], .react-flow__edge');
  const { selection } = useEditor.getState();
  if (node !== undefined) {
    if (!selection.nodes.includes(node)) select({ nodes: [node] });
    return useEditor.getState().selection.nodes.length > 1 ? 'nodes' : 'node';
  }
  const id = wire?.dataset.wire ?? wire?.dataset.id;
  if (id === undefined) return 'canvas';
  select({ wires: [id] });
  return 'wire';
}

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const [subject, setSubject] = useState<Subject>('canvas');
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        ref={setTrigger}
        className={styles.trigger}
        onContextMenu={(event) => setSubject(subjectOf(event))}
      >
        {children}
      </ContextMenu.Trigger>
      {/* Inside of the graph's landmark, where those who jump between landmarks find it. */}
      <ContextMenu.Portal container={trigger}>
        <ContextMenu.Positioner className={styles.positioner}>
          <ContextMenu.Popup className={styles.menu}>
            {MENU[subject].map((id, i) =>
              id === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
                <ContextMenu.Separator key={i} className={styles.line} />
              ) : (
                <CommandItem key={id} id={id} />
              ),
            )}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
