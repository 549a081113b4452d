import { lfxRepository } from '../../facts/proposal-form';

/** An issue that somebody names. */
export interface NamedIssue {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** The issue in `123`, `#123`, `owner/repo#123` or an address at `host`. Null for anything else. */
export function issueIn(text: string, host = 'github.com'): NamedIssue | null {
  const own = text.trim().slice(0, 300);
  const [, alone] = /^#?(\d{1,12})$/.exec(own) ?? [];
  const [owner, repo] = lfxRepository.split('/');
  if (alone !== undefined && owner && repo) return named(owner, repo, alone);
  const address = /^(?:https?:\/\/)?(?:www\.)?([\w.:-]+)\/([\w.-]+)\/([\w.-]+)\/issues\/(\d{1,12})(?:[/?#]\S*)?$/.exec(
    own,
  );
  if (address) {
    const isThere = address[1] === 'github.com' || address[1] === host;
    return isThere ? named(address[2], address[3], address[4]) : null;
  }
  const short = /^([\w.-]+)\/([\w.-]+)#(\d{1,12})$/.exec(own);
  return short ? named(short[1], short[2], short[3]) : null;
}

function named(owner = '', repo = '', digits = ''): NamedIssue | null {
  const number = Number(digits);
  const isName = [owner, repo].every((part) => part.length <= 100 && !/^\.+$/.test(part));
  return isName && number > 0 ? { owner, repo, number } : null;
}
