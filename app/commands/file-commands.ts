/**
 * Files: new, open, save, share; pictures, paper.
 */

import { savePdf } from '../print/printing';
import { shareLink } from '../share/sharing';
import { newGraph, openFile, save } from '../state/files';
import { showDialog, showWelcome } from '../state/store';
import { always, type EditorCommand, inEditor, somethingThere } from './command';

export const FILE_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'file.new',
    label: 'New graph',
    menu: 'File',
    keys: ['$mod+n'],
    enabled: always,
    run: () => void newGraph(),
  },
  { id: 'file.open', label: 'Open…', menu: 'File', keys: ['$mod+o'], enabled: always, run: openFile },
  {
    id: 'file.save',
    label: 'Save',
    menu: 'File',
    keys: ['$mod+s'],
    enabled: inEditor,
    run: () => void save(),
  },
  {
    id: 'file.save-as',
    label: 'Save as…',
    menu: 'File',
    keys: ['$mod+Shift+s'],
    enabled: inEditor,
    run: () => void save(true),
  },
  {
    id: 'file.share',
    label: 'Copy a link to this graph',
    menu: 'File',
    keys: [],
    enabled: inEditor,
    run: () => void shareLink(),
  },
  {
    id: 'file.export',
    label: 'Export a picture…',
    menu: 'File',
    keys: ['$mod+Shift+e'],
    enabled: somethingThere,
    run: () => showDialog({ kind: 'export' }),
  },
  {
    id: 'file.print',
    label: 'Print…',
    menu: 'File',
    keys: ['$mod+p'],
    enabled: somethingThere,
    run: () => window.print(),
  },
  {
    id: 'file.pdf',
    label: 'Save as PDF…',
    menu: 'File',
    keys: [],
    enabled: somethingThere,
    run: () => void savePdf(),
  },
  {
    id: 'file.versions',
    label: 'Earlier versions…',
    menu: 'File',
    keys: [],
    enabled: inEditor,
    run: () => showDialog({ kind: 'versions' }),
  },
  { id: 'file.welcome', label: 'Gallery', menu: 'File', keys: [], enabled: inEditor, run: showWelcome },
];
