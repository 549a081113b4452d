import Ajv from 'ajv';

/** What checks a value against a JSON schema: it returns a sentence for each problem. */
export function validatorOf(schema: object): (value: unknown) => readonly string[] {
  // Schemas of the oldest draft name themselves by "id", which newer validators refuse.
  const { $schema, id, ...rest } = schema as { $schema?: string; id?: string };
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
  const validate = ajv.compile(rest);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
