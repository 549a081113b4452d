/** The script of the preview's page. It builds elements and sets their text; no text is ever read as HTML. */
import type { FromPage, PageField, PageGroup, PageLine, PageView, ToPage } from '../page-messages';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const page = document.getElementById('page') as HTMLElement;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  host.setState(data.place);
  if (data.is === 'view') show(data.view);
  else children(page, [element('p', 'nothing', data.sentence)]);
});
host.postMessage({ is: 'ready' });

function show(view: PageView): void {
  children(page, [
    element('h1', '', view.heading),
    line(view.summary, 'summary'),
    ...view.names.map(({ label, text, count, isOver }) => {
      const box = element('section', 'name');
      children(box, [head(label, '', count, isOver), element('p', 'value', text)]);
      return box;
    }),
    ...view.groups.map(group),
    actions(view),
    element('h2', '', view.fieldsHeading),
    ...view.fields.map(field),
    element('p', 'footnote', view.footnote),
  ]);
}

function field({ label, need, value, placeholder, boxes, count, isOver, problems, target }: PageField): HTMLElement {
  const box = element('section', problems.some(({ tone }) => tone === 'error') ? 'field wrong' : 'field');
  const answer =
    boxes.length > 0
      ? list(
          boxes.map((each) =>
            element('li', each.ticked ? 'ticked' : 'empty', `${each.ticked ? '☑' : '☐'} ${each.label}`),
          ),
        )
      : element('p', value === '' ? 'value missing' : 'value', value === '' ? placeholder : value);
  children(box, [head(label, need, count, isOver, target), answer, ...problems.map((each) => line(each, 'problem'))]);
  return box;
}

/** The label of a field, which leads to its place in the draft, and its length. */
function head(label: string, need: string, count: string, isOver: boolean, target: number | null = null): HTMLElement {
  const row = element('h3', '');
  const name = target === null ? element('span', 'label', label) : button(label, 'label', { is: 'reveal', target });
  children(row, [name, element('span', 'need', need), element('span', isOver ? 'count over' : 'count', count)]);
  return row;
}

function group({ heading, note, lines }: PageGroup): HTMLElement {
  const box = element('section', 'group');
  const items = lines.map((each) => {
    const item = element('li', '');
    children(item, [line(each, 'problem')]);
    return item;
  });
  children(box, [element('h2', '', heading), element('p', 'note', note), list(items)]);
  return box;
}

function actions({ actionsHeading, actions }: PageView): HTMLElement {
  const box = element('section', 'actions');
  if (actions.length === 0) return box;
  const rows = actions.map(({ id, label, detail }) => {
    const item = element('li', '');
    children(item, [button(label, 'action', { is: 'act', id }), element('span', 'note', detail)]);
    return item;
  });
  children(box, [element('h2', '', actionsHeading), list(rows)]);
  return box;
}

function line({ text, tone, target }: PageLine, kind: string): HTMLElement {
  const name = `${kind} ${tone}`;
  if (target !== null) return button(text, name, { is: 'reveal', target });
  const own = element('p', name, text);
  if (kind === 'summary') own.setAttribute('role', 'status');
  return own;
}

function list(items: readonly HTMLElement[]): HTMLElement {
  const own = element('ul', '');
  children(own, items);
  return own;
}

function button(text: string, name: string, message: FromPage): HTMLElement {
  const own = element('button', name, text) as HTMLButtonElement;
  own.type = 'button';
  own.dataset.message = JSON.stringify(message);
  return own;
}

function element(tag: string, name: string, text = ''): HTMLElement {
  const own = document.createElement(tag);
  if (name !== '') own.className = name;
  own.textContent = text;
  return own;
}

/** One listener for all presses, because elements are kept while what they say changes. */
page.addEventListener('click', ({ target }) => {
  const message = target instanceof Element ? target.closest('button')?.dataset.message : undefined;
  if (message !== undefined) host.postMessage(JSON.parse(message) as FromPage);
});

/** Gives an element these children. Those that are there already are changed and kept, so focus and scrolling stay. */
function children(parent: Element, wanted: readonly HTMLElement[]): void {
  for (const [i, want] of wanted.entries()) {
    const own = parent.children[i];
    if (!own) parent.append(want);
    else if (own.tagName !== want.tagName) own.replaceWith(want);
    else update(own as HTMLElement, want);
  }
  while (parent.children.length > wanted.length) parent.lastElementChild?.remove();
}

function update(own: HTMLElement, want: HTMLElement): void {
  if (own.className !== want.className) own.className = want.className;
  if (own.dataset.message !== want.dataset.message) {
    if (want.dataset.message === undefined) delete own.dataset.message;
    else own.dataset.message = want.dataset.message;
  }
  const inner = [...want.children] as HTMLElement[];
  if (inner.length > 0 || own.children.length > 0) {
    if (own.children.length === 0) own.textContent = '';
    children(own, inner);
    if (inner.length === 0) own.textContent = want.textContent;
  } else if (own.textContent !== want.textContent) own.textContent = want.textContent;
}
