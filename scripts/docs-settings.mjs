/** What the table of settings and the options of rules look like in the manifest, in the schema and on the page of settings. */

/** `contributes.configuration.properties` of the manifest. */
export function configuration(core) {
  const { section, settings } = core;
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [`${section}.${name}`, property(name, setting, core)]),
  );
}

function property(name, { type, choices, default: own }, core) {
  const words = choices && Object.keys(choices);
  const isExplained = choices && Object.values(choices).every((text) => text !== null);
  return {
    type,
    scope: 'window',
    ...(words ? { enum: words } : {}),
    ...(isExplained ? { markdownEnumDescriptions: words.map((word) => `%${key(name)}.${word}%`) } : {}),
    default: own,
    markdownDescription: `%${key(name)}%`,
    ...(name === 'rules'
      ? {
          properties: ruleProperties(core, (name) => `%${name}%`),
          additionalProperties: { type: 'string', enum: core.severities },
        }
      : {}),
  };
}

/** The keys of the manifest's texts with the sentences about rules, in English. Translators write the others by hand. */
export function ruleTexts(core) {
  const texts = [];
  ruleProperties(core, (name, text) => texts.push([name, text]));
  return texts;
}

/** The keys of the manifest's texts with the texts of one language. */
export function settingTexts({ settings }, language) {
  return Object.entries(settings).flatMap(([name, { text, choices = {} }]) => [
    [key(name), text[language]],
    ...Object.entries(choices).flatMap(([word, each]) => (each ? [[`${key(name)}.${word}`, each[language]]] : [])),
  ]);
}

function key(name) {
  return `setting.${name}`;
}

/** The list of settings for `docs/settings.md`. */
export function settingsList({ section, settings }) {
  const rows = Object.entries(settings).map(([name, { text, choices, default: own }]) => {
    const words = choices ? ` ${choiceList(choices)}` : '';
    const told = text.en.replaceAll(/`#([^#`]+)#`/g, '`$1`').replaceAll('|', '\\|');
    return `| \`${section}.${name}\` | ${own === '' ? '' : `\`${typeof own === 'string' ? own : JSON.stringify(own)}\``} | ${told}${words} |`;
  });
  return `\n| setting | default | what it does |\n|---|---|---|\n${rows.join('\n')}\n\n`;
}

/** The list for `docs/editors.md`: the settings that the server uses, by the names that other editors send. */
export function serverSettingsList({ settings }) {
  const used = Object.entries(settings).filter(([, { server }]) => server);
  const rows = used.map(([name, { type, choices, default: own }]) => {
    const values = choices ? Object.keys(choices) : type === 'boolean' ? [false, true] : null;
    const told = values ? values.map((each) => `\`${JSON.stringify(each)}\``).join(', ') : type;
    return `| \`${name}\` | ${told} | \`${JSON.stringify(own)}\` |`;
  });
  return `\n| name | values | default |\n|---|---|---|\n${rows.join('\n')}\n\n`;
}

/** "`a`: what it means." for each choice, or only the words where they say it. */
function choiceList(choices) {
  const words = Object.entries(choices);
  if (words.some(([, text]) => text === null)) return `One of ${words.map(([word]) => `\`${word}\``).join(', ')}.`;
  return words.map(([word, text]) => `\`${word}\`: ${text.en}`).join(' ');
}

/** The JSON schema of the settings of all rules, by rule. `say` gets the name of a text and the text, and returns what is shown. */
export function ruleProperties({ rules, severities }, say = (_, text) => text) {
  return Object.fromEntries(
    rules.map(({ id, summary, severity, offByDefault, options }) => {
      const own = offByDefault ? 'off' : severity;
      const word = { type: 'string', enum: severities, default: own };
      const markdownDescription = say(`rule.${id}`, `${summary} Default: \`${own}\`.`);
      if (!options) return [id, { ...word, markdownDescription }];
      const schemas = Object.entries(options).map(([name, option]) => [
        name,
        optionSchema(option, (text) => say(`rule.${id}.${name}`, text)),
      ]);
      const properties = { severity: word, ...Object.fromEntries(schemas) };
      const object = { type: 'object', properties, additionalProperties: false };
      return [id, { anyOf: [word, object], default: own, markdownDescription }];
    }),
  );
}

function optionSchema({ type, summary, default: own, minimum, maximum }, say) {
  const number = { type: 'integer', minimum, maximum };
  const markdownDescription = say(`${summary} Default: \`${JSON.stringify(own)}\`.`);
  if (type === 'integer') return { ...number, default: own, markdownDescription };
  return { type: 'object', additionalProperties: number, default: own, markdownDescription };
}
