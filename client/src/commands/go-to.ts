/** Commands for navigation: to a proposal of any term, to the next one, to a mentor's proposals. */
import * as vscode from 'vscode';
import {
  type FindParams,
  findPeopleRequest,
  findProposalsRequest,
  type MentoredParams,
  mentoredRequest,
  type NeighborParams,
  neighborRequest,
  termsRequest,
  type WireBest,
  type WireFound,
  type WirePerson,
} from '../../../server/src/protocol/commands';
import type { WirePlace } from '../../../server/src/protocol/place';
import type { Ask, Refuse } from '../editor/rename';
import { copyLine } from '../ui/clipboard';
import { l10n } from '../ui/l10n';
import { plainText } from '../ui/plain-text';
import { showInStatusBar } from '../ui/surfaces';
import { type Best, type Choice, type Chosen, choose } from './choose';
import { Preview } from './preview';

/** "Go to Proposal…" in all terms. Shows each proposal while the person moves. Escape returns to the start. */
export async function goToProposal(ask: Ask, given?: unknown): Promise<void> {
  const preview = new Preview();
  const chosen = await choose<WirePlace>({
    title: l10n.t('Go to Proposal'),
    placeholder: l10n.t('Words of a title, project or term'),
    query: queryIn(given),
    find: (query) => findProposals(ask, query),
    all: allRead(ask),
    nothing: l10n.t('This workspace has no proposals yet.'),
    onMove: (place) => preview.show(place),
  });
  await follow(preview, chosen);
}

/** The proposals of all terms that a query finds. */
export async function findProposals(ask: Ask, query: string): Promise<Best<WirePlace>> {
  const params: FindParams = { query };
  const { items, all } = (await ask<WireBest<WireFound>>(findProposalsRequest, params)) ?? none;
  return { items: items.map(placeChoice), all };
}

const none = { items: [], all: 0 };

/** "Show Mentor…": first a person, then one of their proposals. */
export async function showMentor(ask: Ask, given?: unknown): Promise<void> {
  const preview = new Preview();
  let query = queryIn(given);
  for (;;) {
    const person = await choose<WirePerson>({
      title: l10n.t('Show Mentor'),
      placeholder: l10n.t('Name, handle or e-mail address'),
      query,
      find: async (typed) => {
        query = typed;
        const params: FindParams = { query: typed };
        const { items, all } = (await ask<WireBest<WirePerson>>(findPeopleRequest, params)) ?? none;
        return { items: items.map(personChoice), all };
      },
      all: allRead(ask),
      nothing: l10n.t('This workspace names no mentors yet.'),
      onButton: ({ entry }) => void copy(entry),
    });
    if (person.is !== 'chosen') return;
    const place = await choosePlaceOf(ask, person.value, preview);
    if (place.is === 'back') continue;
    await follow(preview, place);
    return;
  }
}

/** Resolves when the workspace has been read: the terms are not told before. Over a network that takes a while. */
export function allRead(ask: Ask): Promise<unknown> {
  return ask(termsRequest, undefined);
}

/** "Next Proposal" and "Previous Proposal" of the active file. */
export async function goToNeighbor(ask: Ask, refuse: Refuse, way: NeighborParams['way']): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return refuse(l10n.t('Open a file with proposals first.'));
  const { line, character } = editor.selection.active;
  const params: NeighborParams = { uri: editor.document.uri.toString(), position: { line, character }, way };
  const place = await ask<WirePlace>(neighborRequest, params);
  if (!place) return refuse(l10n.t('This file has no proposals.'));
  if (vscode.window.activeTextEditor !== editor) return;
  const { start } = place.range;
  const caret = new vscode.Position(start.line, start.character);
  editor.selection = new vscode.Selection(caret, caret);
  editor.revealRange(new vscode.Range(caret, caret), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function choosePlaceOf(ask: Ask, person: WirePerson, preview: Preview): Promise<Chosen<WirePlace>> {
  const { id, entry, label } = person;
  const params: MentoredParams = { id };
  const all = (await ask<readonly WireFound[]>(mentoredRequest, params)) ?? [];
  const copied: Choice<WirePlace | null> = {
    value: null,
    label: entry,
    description: l10n.t('Copy this entry'),
  };
  const chosen = await choose<WirePlace | null>({
    title: plainText(label),
    placeholder: l10n.t('Where to go'),
    back: true,
    // One person has few proposals, so we filter them here.
    find: async (query) => {
      const items = [...all.map(placeChoice).filter((choice) => has(choice, query)), copied];
      return { items, all: items.length };
    },
    onMove: (place) => place && preview.show(place),
  });
  if (chosen.is !== 'chosen') {
    if (chosen.is === 'back') await preview.back();
    return chosen;
  }
  if (chosen.value) return { is: 'chosen', value: chosen.value };
  await copy(entry);
  return { is: 'left' };
}

async function follow(preview: Preview, chosen: Chosen<WirePlace>): Promise<void> {
  if (chosen.is === 'chosen') await preview.keep(chosen.value);
  else await preview.back();
}

function placeChoice({ label, around, place }: WireFound): Choice<WirePlace> {
  return { value: place, label, description: around };
}

function personChoice(person: WirePerson): Choice<WirePerson> {
  const { label, proposals, latest } = person;
  const count = proposals === 1 ? l10n.t('1 proposal') : l10n.t('{0} proposals', proposals);
  const button = { iconPath: new vscode.ThemeIcon('copy'), tooltip: l10n.t('Copy Entry') };
  return { value: person, label, description: `${count} · ${latest}`, buttons: [button] };
}

function has({ label, description = '' }: Choice<unknown>, query: string): boolean {
  const text = `${label} ${description}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

async function copy(entry: string): Promise<void> {
  await copyLine(entry);
  showInStatusBar(l10n.t('Copied.'), 2_000);
}

/** A keybinding can give the query. */
function queryIn(given: unknown): string {
  return typeof given === 'string' ? given : '';
}
