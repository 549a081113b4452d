import { programNameIn } from '../../core/model/program';
import { type TemplateParams, templateRequest, type WireTemplate } from '../../protocol/template';
import type { Context } from '../server/context';

/** Answers which template a document is compared with. */
export function serveTemplate({ connection, documents, guard }: Context): void {
  connection.onRequest<WireTemplate | null, never>(
    templateRequest,
    guard('the template of a document', null, (params: unknown) => {
      const { uri } = (params ?? {}) as Partial<TemplateParams>;
      const document = typeof uri === 'string' ? documents.read(uri) : null;
      if (!document || document.kind === null) return null;
      const { source, path = null, proposals = 0 } = document.template;
      return { source, path, program: programNameIn(document), proposals };
    }),
  );
}
