import { accessAccount } from '../accounts/access.js';
import { read, write, type Operation } from '../operation.js';
import { cutPage, openPageToken } from '../platform/page-tokens.js';
import { accessDomain, addDomain } from './add-domain.js';
import { DOMAINS_PAGE, presentDomain } from './model.js';
import { readDomains } from './store.js';

/** DeleteDomain concerns people and their sessions: it stands in the room of identity. */
export const domainOperations: readonly Operation[] = [
  write('chime', 'AddDomain', async (ctx, input) => ({ Domain: presentDomain(await addDomain(ctx, input.AccountId, input.DomainName)) })),
  read('chime', 'GetDomain', async (ctx, input) => ({ Domain: presentDomain(await accessDomain(ctx, input.AccountId, input.DomainName)) })),
  read('chime', 'ListDomains', async (ctx, input) => {
    const account = await accessAccount(ctx, input.AccountId);
    const limit = input.MaxResults ?? DOMAINS_PAGE;
    const after = openPageToken(ctx, `ListDomains ${account.id}`, input.NextToken) as string | undefined;
    const { shown, nextToken } = cutPage(ctx, `ListDomains ${account.id}`, await readDomains(ctx.sql, account.id, after, limit), limit, last => last.name);
    return { Domains: shown.map(presentDomain), NextToken: nextToken };
  }),
];
