/**
 * Every setting, once. From this table come the manifest and its texts (`npm run docs`), what the client sends, what the
 * server reads, and the list in the README. A new setting is a row here and the code that uses it.
 */

/** What all settings begin with. */
export const section = 'mentorshipProposals';

/** A text for people, in the languages of the manifest. Markdown; `#name#` is a link to another setting. */
export interface SettingText {
  readonly en: string;
  readonly 'zh-cn': string;
}

export interface Setting<T> {
  readonly type: 'boolean' | 'string' | 'object';
  readonly default: T;
  /** What it does. */
  readonly text: SettingText;
  /** What it can be set to and what that means, where there is a choice; without a text where the word says it. */
  readonly choices?: Readonly<Record<string, SettingText | null>>;
  /** Whether the server uses it: the client sends it at the start, and again whenever it changes. */
  readonly server: boolean;
  /** The value that a person has set; the default if it is invalid. */
  read(value: unknown): T;
}

type Facts<T> = Pick<Setting<T>, 'default' | 'text'>;

export const settings = {
  rules: objectSetting({
    text: {
      en: 'The severity of each rule\'s findings, by rule name: `error`, `warning`, `information`, `hint` or `off`. Rules that are not listed keep their default severity. Rules with limits also take an object: `"mentor-count": { "severity": "warning", "max": 5 }`.',
      'zh-cn':
        '按规则名称设置每条规则所报告问题的严重性：`error`、`warning`、`information`、`hint` 或 `off`。未列出的规则保留默认严重性。带有限值的规则也接受对象：`"mentor-count": { "severity": "warning", "max": 5 }`。',
    },
  }),
  scope: choice(
    {
      auto: {
        en: 'All findings in proposals that you have changed. Elsewhere errors only, and in terms that are over none.',
        'zh-cn': '显示你更改过的提案中的所有问题。其他提案中仅显示错误，已结束的学期中不显示。',
      },
      all: { en: 'All findings in all proposals.', 'zh-cn': '显示所有提案中的所有问题。' },
      mine: { en: 'Findings in proposals that you have changed.', 'zh-cn': '仅显示你更改过的提案中的问题。' },
    },
    {
      default: 'auto',
      text: {
        en: 'Which findings are shown. The others become hints, which are not listed in Problems. Changes count from the base of your branch if Git (`#git.enabled#`) knows it, otherwise from when you opened the file.',
        'zh-cn':
          '显示哪些问题。其他问题变为提示，不会列在“问题”面板中。如果 Git（`#git.enabled#`）能确定分支的起点，则从该起点开始计算更改，否则从打开文件时开始计算。',
      },
    },
    'server',
  ),
  inlayHints: choice(
    {
      off: { en: 'Never.', 'zh-cn': '从不显示。' },
      near: { en: 'From 80% of a limit.', 'zh-cn': '达到上限的 80% 时显示。' },
      always: { en: 'In every proposal.', 'zh-cn': '在所有提案中显示。' },
    },
    {
      default: 'near',
      text: {
        en: 'Show how much of a limit is used in proposals that are not accepted yet: `86/100` after a title for its program name on LFX Mentorship, and `2,740/3,000` after the label of a description, which counts together with the expected outcome.',
        'zh-cn':
          '在尚未被接受的提案中显示已用字符数与上限：标题后的 `86/100` 表示其在 LFX Mentorship 上的计划名称的长度，描述标签后的 `2,740/3,000` 表示描述与预期成果的总长度。',
      },
    },
    'server',
  ),
  codeLens: flag({
    default: false,
    text: {
      en: 'Show above each project how many proposals and mentors it has in the file.',
      'zh-cn': '在每个项目上方显示该项目在文件中的提案数和导师数。',
    },
  }),
  continueLists: choice(
    { on: null, off: null },
    {
      default: 'on',
      text: {
        en: 'In a list of mentors, begin the next entry when you press Enter and offer people. On an empty entry, Enter ends the list.',
        'zh-cn': '在导师列表中按 Enter 时开始下一个条目并提供人员建议。在空条目上按 Enter 则结束列表。',
      },
    },
    'client',
  ),
  me: text({
    default: '',
    text: {
      en: 'Your GitHub handle or e-mail address, as written in proposals, for *Show Only Mine*. Not needed if you are signed in to GitHub or Git knows your address.',
      'zh-cn':
        '你在提案中使用的 GitHub 用户名或电子邮件地址，用于*仅显示我的*。如果你已登录 GitHub，或者 Git 中已设置你的电子邮件地址，则无需填写。',
    },
  }),
  // The library of the client reads it.
  'trace.server': choice(
    { off: null, messages: null, verbose: null },
    {
      default: 'messages',
      text: {
        en: 'How much of the communication between VS Code and the language server is logged if the log level of *Mentorship Proposals* is *Trace*.',
        'zh-cn': '当 *Mentorship Proposals* 的日志级别为*跟踪*时，以何种详细程度记录 VS Code 与语言服务器之间的通信。',
      },
    },
    'client',
  ),
} as const;

type Settings = typeof settings;
export type SettingName = keyof Settings;
export type SettingValues = { readonly [K in SettingName]: ReturnType<Settings[K]['read']> };
/** Which findings are shown as more than hints. */
export type Scope = SettingValue<'scope'>;
export type SettingValue<K extends SettingName> = SettingValues[K];

/** The names of the settings that the server uses. */
export const serverSettings = (Object.keys(settings) as SettingName[]).filter((name) => settings[name].server);

/** All settings, from what somebody has set: by their names, as the editor or `initializationOptions` have them. */
export function settingsIn(value: unknown): SettingValues {
  const set = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const values = Object.entries(settings).map(([name, setting]) => [name, setting.read(set[name])]);
  return Object.fromEntries(values) as SettingValues;
}

function flag(facts: Facts<boolean>): Setting<boolean> {
  return {
    ...facts,
    type: 'boolean',
    server: true,
    read: (value) => (typeof value === 'boolean' ? value : facts.default),
  };
}

function text(facts: Facts<string>): Setting<string> {
  return {
    ...facts,
    type: 'string',
    server: false,
    read: (value) => (typeof value === 'string' ? value : facts.default),
  };
}

function choice<T extends string>(
  choices: Readonly<Record<T, SettingText | null>>,
  facts: Facts<NoInfer<T>>,
  reader: 'server' | 'client',
): Setting<T> {
  const isChoice = (value: unknown): value is T => typeof value === 'string' && Object.hasOwn(choices, value);
  const read = (value: unknown) => (isChoice(value) ? value : facts.default);
  return { ...facts, type: 'string', choices, server: reader === 'server', read };
}

/** Its parts are read by whoever knows them. */
function objectSetting({ text }: Pick<Facts<unknown>, 'text'>): Setting<Readonly<Record<string, unknown>>> {
  const read = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  return { type: 'object', default: {}, text, server: true, read };
}
