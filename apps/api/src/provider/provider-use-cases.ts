import { AdmitFromProvider } from './admit-from-provider.js';
import { BeginProviderSignIn } from './begin-provider-sign-in.js';
import { ConnectAccount } from './connect-account.js';
import { EndProviderSignIn } from './end-provider-sign-in.js';
import { LeaveForProvider } from './leave-for-provider.js';
import { ManageDomains } from './manage-domains.js';
import { ProviderClient } from './provider-client.js';
import { ProviderCookie } from './provider-cookie.js';
import { ReadProviders } from './read-providers.js';
import { SaveProvider } from './save-provider.js';
import { TestProvider } from './test-provider.js';
import { UnlinkProvider } from './unlink-provider.js';
import { UseProvider } from './use-provider.js';

/** An organisation's own provider and coming in by it, for the module. */
export const providerUseCases = [
  ProviderClient,
  ProviderCookie,
  LeaveForProvider,
  BeginProviderSignIn,
  ConnectAccount,
  AdmitFromProvider,
  EndProviderSignIn,
  ReadProviders,
  SaveProvider,
  TestProvider,
  UseProvider,
  ManageDomains,
  UnlinkProvider,
];
