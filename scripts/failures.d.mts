interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

export function failuresIn(output: string): string[];
export function failuresOfVitest(report: { readonly testResults: readonly VitestFile[] }): string[];
export function recap(stages: readonly { readonly name: string; readonly failures: readonly string[] }[]): string;
