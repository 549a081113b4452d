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
        '按规则名称设置其检查结果的严重程度：`error`、`warning`、`information`、`hint`，或用 `off` 关闭。未列出的规则保持其自身的严重程度。带有限额的规则也可以使用对象：`"mentor-count": { "severity": "warning", "max": 5 }`。',
    },
  }),
  onlyMyChanges: flag({
    default: false,
    text: {
      en: 'Show findings only in proposals that you have changed, and all others as hints. Changes count from the base of your branch if Git (`#git.enabled#`) knows it, otherwise from when you opened the file.',
      'zh-cn':
        '仅在您更改过的提案中显示检查结果，其余的显示为提示。更改的起点：Git（`#git.enabled#`）可用时为分支与其基线的分叉处，否则为打开文件之时。',
    },
  }),
  inlayHints: choice(
    {
      off: { en: 'Never.', 'zh-cn': '不显示。' },
      near: { en: 'From 80% of a limit.', 'zh-cn': '达到限额的五分之四后显示。' },
      always: { en: 'In every proposal.', 'zh-cn': '在每个提案中显示。' },
    },
    {
      default: 'near',
      text: {
        en: 'Show how much of a limit is used in proposals that are not accepted yet: `86/100` after a title for its program name on LFX Mentorship, and `2,740/3,000` after the label of a description, which counts together with the expected outcome.',
        'zh-cn':
          '在尚未被接受的提案中显示限额的使用情况：标题后的 `86/100` 指该计划在 LFX Mentorship 上的名称；描述标签后的 `2,740/3,000` 指描述与预期成果合计的字符数。',
      },
    },
    'server',
  ),
  codeLens: flag({
    default: false,
    text: {
      en: 'Show above each project how many proposals and mentors it has in the file.',
      'zh-cn': '在每个项目上方显示该文件中它有多少个提案和导师。',
    },
  }),
  me: text({
    default: '',
    text: {
      en: 'Your GitHub handle or e-mail address, as written in proposals, for *Show Only Mine*. Not needed if you are signed in to GitHub or Git knows your address.',
      'zh-cn':
        '提案中所写的您的 GitHub 用户名或电子邮件地址，用于视图中的*仅显示我的提案*。如果您已登录 GitHub，或已在 Git 中设置邮箱，则无需填写。',
    },
  }),
  // The library of the client reads it.
  'trace.server': choice(
    { off: null, messages: null, verbose: null },
    {
      default: 'messages',
      text: {
        en: 'How much of the communication between VS Code and the language server is logged if the log level of *Mentorship Proposals* is *Trace*.',
        'zh-cn': '当 *Mentorship Proposals* 的日志级别设为 *Trace* 时，记录 VS Code 与语言服务器之间的多少消息。',
      },
    },
    'client',
  ),
} as const;

type Settings = typeof settings;
export type SettingName = keyof Settings;
export type SettingValues = { readonly [K in SettingName]: ReturnType<Settings[K]['read']> };
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
