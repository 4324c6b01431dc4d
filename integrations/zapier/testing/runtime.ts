import type { Bundle, HttpRequest, HttpResponse, Z } from "../src/platform.ts";

type Middlewares = {
  beforeRequest: ((request: HttpRequest, z: Z, bundle: Bundle) => HttpRequest)[];
  afterResponse: ((response: HttpResponse, z: Z, bundle: Bundle) => HttpResponse)[];
};

class AppError extends Error {
  override name = "AppError";
  readonly code: string | undefined;
  readonly status: number | undefined;

  constructor(message: string, code?: string, status?: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/**
 * What Zapier hands to an app's functions, for tests: requests go through the app's middlewares as in
 * zapier-platform-core 19, and `send` carries them.
 */
export function startRuntime(
  app: Middlewares,
  bundle: Bundle,
  send: (request: Request) => Promise<Response>,
): Z {
  const z: Z = {
    errors: { Error: AppError },
    async request<Data>(options: HttpRequest): Promise<HttpResponse<Data>> {
      const request = app.beforeRequest.reduce((made, middleware) => middleware(made, z, bundle), options);
      const response = await send(toFetchRequest(request));
      const content = await response.text();
      if (response.status === 429) throw new AppError("The server returned 429 (Too Many Requests)");
      const prepared = { status: response.status, content, data: parseJson(content) };
      app.afterResponse.reduce<HttpResponse>((made, middleware) => middleware(made, z, bundle), prepared);
      if (response.status >= 400) throw new AppError(content, "ResponseError", response.status);
      return prepared;
    },
  };
  return z;
}

function toFetchRequest({ url, method = "GET", headers = {}, body }: HttpRequest): Request {
  if (method === "GET" || body === undefined) return new Request(url, { method, headers });
  return new Request(url, {
    method,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  });
}

/** As in the core, `data` is undefined where the body is not JSON. Typed loosely, as Zapier's own client is. */
function parseJson(content: string) {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The bundle of a hook's perform: the body parsed, the headers' names as Zapier rewrites them. */
export function hookBundle(request: { headers: Record<string, string>; body: string }): Bundle {
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const words = name.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
    return [`Http-${words.join("-")}`, value] as const;
  });
  return {
    authData: {},
    inputData: {},
    rawRequest: { headers: Object.fromEntries(headers) },
    cleanedRequest: JSON.parse(request.body),
  };
}
