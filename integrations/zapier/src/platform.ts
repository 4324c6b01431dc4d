/** As much of Zapier's runtime as this app uses. @see https://docs.zapier.com/platform/build-cli/core */
export type HttpRequest = {
  url: string;
  method?: "GET" | "POST" | "DELETE";
  headers?: Record<string, string>;
  body?: unknown;
};

/** `data` is the parsed body; undefined where it is not JSON. */
export type HttpResponse<Data = unknown> = { status: number; content: string; data: Data };

export type Z = {
  request<Data>(request: HttpRequest): Promise<HttpResponse<Data>>;
  errors: { Error: new (message: string, code?: string, status?: number) => Error };
};

export type Bundle = {
  authData: { apiKey?: string };
  inputData: Record<string, unknown>;
  meta?: { zap?: { id?: string | number } };
  /** In performSubscribe: where the Zap wants its events. */
  targetUrl?: string;
  /** In performUnsubscribe: what performSubscribe answered. */
  subscribeData?: { id?: string };
  /** In the perform of a hook: the headers, their names prefixed with `Http-`. */
  rawRequest?: { headers?: Record<string, string> };
  /** In the perform of a hook: the body. */
  cleanedRequest?: unknown;
};

/** A field of a form, or of what a step gives to the next ones. */
export type Field = {
  key: string;
  label: string;
  type?: "string" | "text" | "integer" | "number" | "boolean" | "datetime";
  required?: boolean;
  helpText?: string;
  choices?: Record<string, string>;
  altersDynamicFields?: boolean;
  list?: boolean;
  children?: Field[];
};
