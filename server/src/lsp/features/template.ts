import { programNameIn } from '../../core/model/program';
import { formOfDocument } from '../../core/submission/form-of-document';
import { type TemplateParams, templateRequest, type WireTemplate } from '../../protocol/template';
import type { Context } from '../server/context';

/** Answers which template a document is compared with. */
export function serveTemplate({ connection, documents, guard, known }: Context): void {
  connection.onRequest<WireTemplate | null, never>(
    templateRequest,
    guard('the template of a document', null, (params: unknown) => {
      const { uri } = (params ?? {}) as Partial<TemplateParams>;
      const document = typeof uri === 'string' ? documents.read(uri) : null;
      if (!document || document.kind === null) return null;
      const { source, path = null, proposals = 0 } = document.template;
      const hasForm = formOfDocument(document, known.form()) !== null;
      const hasUpstream = document.proposals.some(({ body }) => body.upstream.some(({ kind }) => kind === 'issue'));
      return { source, path, program: programNameIn(document), proposals, hasForm, hasUpstream };
    }),
  );
}
