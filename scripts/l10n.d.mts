export interface Translation {
  readonly file: string;
  readonly source: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
}

export function clientTexts(): string[];
export function translations(): Translation[];
export function troublesOf(translation: Pick<Translation, 'source' | 'own'>): string[];
