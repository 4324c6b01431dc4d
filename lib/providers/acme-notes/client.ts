import { type AppRequest, createRestClient } from "../kit/rest-client.ts";
import { toProviderError } from "./errors.ts";

/** The API: give the address of its documentation here. `headers` would be what each request carries besides. */
export const api = createRestClient<AppRequest>({
  app: "Acme Notes",
  root: "https://api.acme-notes.example/v1",
  toProviderError,
});
