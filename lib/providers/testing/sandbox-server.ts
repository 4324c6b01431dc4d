import { type Exchange, serveSandbox } from "#lib/sandbox/testing/serve-sandbox.ts";
import type { Provider } from "../contract/provider.ts";

type Answerer = (request: Request) => Promise<Response | null>;

const providers: Provider[] = [];
const answerers = new Set<Answerer>();
const watchers = new Set<(exchange: Exchange) => void>();
let holders = 0;
/** How many more answers arrive before one is lost; null = all arrive. */
let answersUntilLoss: number | null = null;
let server: Promise<{ close: () => Promise<void> }> | undefined;

/** One server for all tests of a process that run at once, for there is one port. */
export async function holdSandboxServer(provider: Provider, also?: Answerer): Promise<() => Promise<void>> {
  if (!providers.some(({ id }) => id === provider.id)) providers.push(provider);
  if (also) answerers.add(also);
  holders += 1;
  server ??= serveSandbox({ providers, also: askAll, isAnswerLost, onExchange: tellWatchers });
  const running = await server;
  let isReleased = false;
  return async () => {
    if (isReleased) return;
    isReleased = true;
    if (also) answerers.delete(also);
    holders -= 1;
    if (holders > 0) return;
    server = undefined;
    providers.length = 0;
    await running.close();
  };
}

/** Lets the answer of one of the next calls be lost after the sandbox has acted: 0 = the very next one. */
export function loseAnswer(index: number): void {
  answersUntilLoss = index;
}

/** @returns whether the loss that was planned has not come about, and takes it back */
export function keepAnswers(): boolean {
  const isLeft = answersUntilLoss !== null;
  answersUntilLoss = null;
  return isLeft;
}

function isAnswerLost(): boolean {
  if (answersUntilLoss === null) return false;
  answersUntilLoss -= 1;
  if (answersUntilLoss >= 0) return false;
  answersUntilLoss = null;
  return true;
}

/** Tells of every exchange with the server of this process, until it is stopped. */
export function watchExchanges(watcher: (exchange: Exchange) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tellWatchers(exchange: Exchange): void {
  for (const watcher of watchers) watcher(exchange);
}

async function askAll(request: Request): Promise<Response | null> {
  for (const answer of answerers) {
    const response = await answer(request.clone());
    if (response) return response;
  }
  return null;
}
