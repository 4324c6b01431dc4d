import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";

type Row = Record<string, string> & { attempts?: unknown[] };

/** What the API answers. On a busy machine it may be told to come back: the app's database was late. */
export async function read(page: Page, path: string) {
  for (;;) {
    const answer = await page.request.get(path);
    if (answer.status() !== 503) return answer.json();
    await sleep(500);
  }
}

export async function list(page: Page, path: string): Promise<Row[]> {
  return (await read(page, path)).data;
}

export async function send(page: Page, method: string, path: string, data: unknown) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.fetch(path, { method, headers, data });
  expect(answer.status()).toBeLessThan(300);
  return answer.json();
}

export async function createWebhook(page: Page, url: string | undefined): Promise<string> {
  return (await send(page, "POST", "/api/webhooks", { url, eventTypes: ["*"], description: "Bar" })).id;
}
