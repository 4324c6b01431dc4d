/** Why signing in failed, for the person who tried: `code` is what next-auth hands on as the error. */
export function signInProblem(code: string): string {
  if (code === "CredentialsSignin") {
    return "Wrong email or password.";
  }
  const waitSeconds = /^rate_limited:(\d+)$/.exec(code)?.[1];
  if (waitSeconds !== undefined) {
    const minutes = Math.max(1, Math.ceil(Number(waitSeconds) / 60));
    return `Too many tries. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`;
  }
  if (/^busy:\d+$/.test(code)) {
    return "Too many people are signing in right now. Try again in a few seconds.";
  }
  return "Something went wrong on our side, so nobody could be signed in. Try again in a moment.";
}
