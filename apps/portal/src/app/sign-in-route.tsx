import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../features/session/sign-in-page.js';

const route = getRouteApi('/sign-in');

/** Signs in and goes where one wanted to go. */
export function SignInRoute() {
  const router = useRouter();
  const { from } = route.useSearch();
  return <SignInPage onSignedIn={() => router.history.push(from ?? '/')} backTo={from ?? '/'} />;
}
