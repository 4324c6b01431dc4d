import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Account } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import {
  type Answer,
  type Asked,
  html,
  json,
  keys,
  openShopServer,
  usual,
  wordPressError,
} from "../testing/shop-server.ts";
import { identify } from "./identify.ts";
import { woocommerce } from "./provider.ts";

const openShop = (
  answer: Parameters<typeof openShopServer>[1],
  options?: Parameters<typeof openShopServer>[2],
) => openShopServer(woocommerce, answer, options);

const changed =
  (change: (bytes: Buffer) => Uint8Array, headers: Record<string, string> = {}) =>
  (asked: Asked) => {
    const answer = usual(asked);
    return { ...answer, body: change(Buffer.from(answer.body)), headers: { ...answer.headers, ...headers } };
  };
const around = (before: string, after = "") =>
  changed((bytes) => Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));

const notice =
  '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/srv/wp/plugin.php</b> on line <b>12</b><br />\n';
const xdebug =
  "<br />\n<font size='1'><table class='xdebug-error'><tr><th><span>( ! )</span> Notice: Undefined index in /srv/x.php on line <i>7</i></th></tr><tr><td>{main}(  )</td></tr></table></font>\n";

/** As PHP writes a list of which something was taken out. */
function withGaps(bytes: Buffer): Uint8Array {
  const value: unknown = JSON.parse(bytes.toString());
  if (!Array.isArray(value) || value.length === 0) return bytes;
  return Buffer.from(JSON.stringify(Object.fromEntries(value.map((item, index) => [index + 3, item]))));
}

const oddButGood: readonly [string, (asked: Asked) => Answer][] = [
  ["begins with a byte order mark", around("\ufeff")],
  ["begins with several byte order marks and blank lines", around("\r\n\ufeff\ufeff\n")],
  ["is packed with gzip though nobody asked", changed(gzipSync, { "content-encoding": "gzip" })],
  ["is packed with brotli", changed(brotliCompressSync, { "content-encoding": "br" })],
  ["is packed with bare deflate", changed(deflateRawSync, { "content-encoding": "deflate" })],
  ["is packed twice", changed((bytes) => gzipSync(gzipSync(bytes)), { "content-encoding": "gzip, gzip" })],
  ["is packed and does not say so", changed(gzipSync)],
  ["says that it is packed and is not", changed((bytes) => bytes, { "content-encoding": "gzip" })],
  ["begins with a notice of PHP", around(notice)],
  ["begins with several notices of PHP", around(notice.repeat(3))],
  [
    "begins with a notice in plain text",
    around("\nWarning: Undefined variable $x in /srv/wp/a.php on line 3\n"),
  ],
  [
    "begins with a notice of the command line",
    around("PHP Deprecated:  Old thing in /srv/wp/a.php on line 3\n"),
  ],
  ["begins with a table of Xdebug", around(xdebug)],
  [
    "begins with what WordPress says of its database",
    around(
      '<div id="error"><p class="wpdberror"><strong>WordPress database error:</strong> [Unknown column]<br /><code>SELECT x</code></p></div>',
    ),
  ],
  ["begins with comments of plugins", around("<!-- one -->\n<!-- two {1} -->\n")],
  ["begins with a notice and a byte order mark behind it", around(`${notice}\ufeff`)],
  ["ends with a notice of PHP", around("", notice)],
  ["ends with a comment of a cache", around("", "\n<!-- Performance optimized by a cache. {1} -->")],
  ["is an object with numbered names where it is a list", changed(withGaps)],
  ["calls itself HTML", changed((bytes) => bytes, { "content-type": "text/html; charset=UTF-8" })],
];

describe("a good shop is connected where each of its answers", () => {
  test.each(oddButGood)("%s", async (_, answer) => {
    const { call, store } = await openShop(answer);
    expect(await identify(call)).toEqual({
      id: store,
      label: "Ana's",
      grantedScopes: ["read", "write"],
      settings: { apiRoot: `${store}/wp-json/`, keysIn: "header" },
    });
  });

  test("has lost its Authorization header: the keys go in the query, over https, and no log has them", async () => {
    const { call, asked, notes } = await openShop((request) => usual({ ...request, hasHeader: false }));
    const account = await identify(call);
    expect(account.settings).toMatchObject({ keysIn: "query" });
    expect(asked.at(-1)).toMatchObject({ hasQuery: true, hasHeader: false });
    expect(JSON.stringify([account, notes])).not.toMatch(/[cs]k_1|cs_2/);
  });

  test.each(["rest_cannot_access", "jwt_auth_bad_auth_header"])(
    "is %s where keys come in the header, and fine where they come in the query",
    async (code) => {
      const { call } = await openShop((request) =>
        request.hasHeader ? wordPressError(403, code) : usual(request),
      );
      expect((await identify(call)).settings).toMatchObject({ keysIn: "query" });
    },
  );

  test("comes by plain permalinks, as its front page says", async () => {
    const { call, store } = await openShop((request, base) => {
      if (request.url.searchParams.has("rest_route")) return usual(request);
      const link = { link: `<${base}/?rest_route=/>; rel="https://api.w.org/"` };
      return request.url.pathname === "/" ? html(200, "Ana's", "", link) : html(404, "Not Found");
    });
    expect((await identify(call)).settings).toEqual({ apiRoot: `${store}/?rest_route=/`, keysIn: "header" });
  });

  test("comes by plain permalinks, and its front page says nothing", async () => {
    const { call, asked, store } = await openShop((request) =>
      request.url.searchParams.has("rest_route") ? usual(request) : html(200, "Ana's shop", "Welcome"),
    );
    expect((await identify(call)).settings?.apiRoot).toBe(`${store}/?rest_route=/`);
    expect(asked.at(-1)?.target).toMatch(/^\/\?rest_route=\/wc\/v3\/settings\/email\//);
  });

  test("comes by plain permalinks, and its front page is longer than we read", async () => {
    const { call, store } = await openShop((request) => {
      if (request.url.searchParams.has("rest_route")) return usual(request);
      return request.url.pathname === "/"
        ? html(200, "Ana's", "x".repeat(9_000_000))
        : html(404, "Not Found");
    });
    expect((await identify(call)).settings?.apiRoot).toBe(`${store}/?rest_route=/`);
  });

  test("comes by plain permalinks and has lost its Authorization header", async () => {
    const { call, store } = await openShop((request) =>
      request.url.searchParams.has("rest_route")
        ? usual({ ...request, hasHeader: false })
        : html(404, "Not Found"),
    );
    expect((await identify(call)).settings).toEqual({ apiRoot: `${store}/?rest_route=/`, keysIn: "query" });
  });

  test("comes from a folder that was typed", async () => {
    const { call, store } = await openShop(
      (request) =>
        request.url.pathname.startsWith("/shop/wp-json/") ? usual(request) : html(404, "Not Found"),
      { folder: "/shop" },
    );
    expect(await identify(call)).toMatchObject({ id: store, settings: { apiRoot: `${store}/wp-json/` } });
  });

  test("comes from a folder that only its front page names", async () => {
    const { call, store } = await openShop((request, base) => {
      if (request.url.pathname.startsWith("/wordpress/wp-json/")) return usual(request);
      const link = `<link rel="https://api.w.org/" href="${base}/wordpress/wp-json/" />`;
      return request.url.pathname === "/" ? html(200, "Ana's", link) : html(404, "Not Found");
    });
    expect((await identify(call)).settings?.apiRoot).toBe(`${store}/wordpress/wp-json/`);
  });

  test("takes itself for a site without https, behind a proxy that ends it", async () => {
    const { call, store } = await openShop((request, base) => {
      if (request.url.pathname.startsWith("/wordpress/wp-json/")) return usual(request);
      const link = {
        link: `<${base.replace("https:", "http:")}/wordpress/wp-json/>; rel="https://api.w.org/"`,
      };
      return request.url.pathname === "/" ? html(200, "Ana's", "", link) : html(404, "Not Found");
    });
    expect((await identify(call)).settings?.apiRoot).toBe(`${store}/wordpress/wp-json/`);
  });

  test("is asked in the way that was found", async () => {
    const settings = { keysIn: "query" };
    const { call, asked } = await openShop((request) => usual({ ...request, hasHeader: false }), {
      settings,
    });
    await identify(call);
    expect(asked.every(({ hasQuery }) => hasQuery)).toBe(true);
  });

  test("comes in another way than before: it is found again", async () => {
    const settings = { keysIn: "query" };
    const { call } = await openShop((request) => usual({ ...request, hasQuery: false }), { settings });
    expect((await identify(call)).settings).toMatchObject({ keysIn: "header" });
  });
});

describe("keys", () => {
  test.each([
    "http://127.0.0.1/wp-json/",
    "https://evil.example/wp-json/",
    "//evil.example/",
    "javascript:alert(1)",
  ])("do not go to a root at %s", async (apiRoot) => {
    const { call, asked } = await openShop(usual, { settings: { apiRoot } });
    await identify(call);
    expect(asked[0]).toMatchObject({ hasHeader: true });
  });

  test("that the shop does not know are told to be wrong, and the query was tried", async () => {
    const { call, asked } = await openShop(() => wordPressError(401, "woocommerce_rest_cannot_view"));
    await expect(identify(call)).rejects.toMatchObject({ kind: "auth" });
    expect(asked.map(({ hasHeader, hasQuery }) => [hasHeader, hasQuery])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("whose secret is wrong are not tried in the query: they did arrive", async () => {
    const { call, asked } = await openShop(() =>
      wordPressError(401, "woocommerce_rest_authentication_error"),
    );
    await expect(identify(call)).rejects.toMatchObject({ kind: "auth" });
    expect(asked).toHaveLength(1);
  });

  test("are in no message, whatever the shop repeats", async () => {
    const { call } = await openShop(({ target, hasQuery }) =>
      hasQuery
        ? wordPressError(400, "rest_invalid_param", `Asked at ${target}`)
        : wordPressError(401, "woocommerce_rest_cannot_view"),
    );
    expect(await catchRefusal(call)).not.toContain(keys.consumerSecret);
    const moved = await openShop(({ target, hasQuery }) =>
      hasQuery
        ? { status: 301, body: "", headers: { location: `https://www.ana.example${target}` } }
        : wordPressError(401, "woocommerce_rest_cannot_view"),
    );
    const told = await catchRefusal(moved.call);
    expect(told).toContain("www.ana.example");
    expect(told).not.toContain(keys.consumerSecret);
  });
});

const moves: readonly [string, string, RegExp][] = [
  [
    "https://www.ana.example/wp-json/wc/v3/orders?per_page=1",
    "",
    /Connect WooCommerce with https:\/\/www\.ana\.example instead/,
  ],
  ["https://ana.example/shop/wp-json/wc/v3/orders/", "", /with https:\/\/ana\.example\/shop instead/],
  ["/de/wp-json/wc/v3/orders", "", /with https:\/\/127\.0\.0\.1:\d+\/de instead/],
  ["//www.ana.example/shop/wp-json/wc/v3/orders", "/shop", /with https:\/\/www\.ana\.example\/shop instead/],
  ["https://www.ana.example/", "", /with https:\/\/www\.ana\.example instead/],
  ["http://ana.example/wp-json/wc/v3/orders", "", /back to http:\/\/ana\.example.*over https only/],
  ["/wp-login.php?redirect_to=x", "", /sign-in page/],
  ["/wp-json/wc/v3/orders/", "", /redirect rule/],
  ["https://[broken", "", /leads on to another one/],
];

test.each(moves)(
  "a redirect to %s from %j is not followed, and says what to do",
  async (location, folder, words) => {
    const { call, asked } = await openShop(() => ({ status: 301, body: "", headers: { location } }), {
      folder,
    });
    expect(await catchRefusal(call)).toMatch(words);
    expect(asked).toHaveLength(1);
  },
);

test("a front page that leads to the folder of the shop is said", async () => {
  const { call } = await openShop((request, base) =>
    request.url.pathname === "/" && request.url.search === ""
      ? { status: 302, body: "", headers: { location: `${base}/shop/` } }
      : html(404, "Not Found"),
  );
  expect(await catchRefusal(call)).toMatch(
    /Connect WooCommerce with https:\/\/127\.0\.0\.1:\d+\/shop instead/,
  );
});

test("a shop that calls itself by another address is said", async () => {
  const link = { link: `<https://www.ana.example/wp-json/>; rel="https://api.w.org/"` };
  const { call } = await openShop((request) =>
    request.url.pathname === "/" ? html(200, "Ana's", "", link) : html(404, "Not Found"),
  );
  expect(await catchRefusal(call)).toMatch(/Connect WooCommerce with https:\/\/www\.ana\.example instead/);
});

const closed: readonly [string, Answer, RegExp][] = [
  [
    "a challenge of Cloudflare",
    html(403, "Just a moment...", "<script src=/cdn-cgi/challenge-platform/x></script>"),
    /Cloudflare/,
  ],
  ["a challenge by its header", html(403, "…", "", { "cf-mitigated": "challenge" }), /Cloudflare.*human/],
  ["a challenge with status 503", html(503, "Just a moment...", "cloudflare ray id"), /Cloudflare/],
  ["a block of Cloudflare", html(403, "Access denied", "cloudflare", { server: "cloudflare" }), /Cloudflare/],
  [
    "Cloudflare without an origin",
    html(522, "ana.example | 522: Connection timed out"),
    /cannot reach its server/,
  ],
  [
    "Wordfence",
    html(503, "Your access to this site has been limited", "Generated by Wordfence"),
    /Wordfence/,
  ],
  ["Sucuri", html(403, "Sucuri WebSite Firewall - Access Denied"), /Sucuri/],
  ["Imunify360", html(200, "One moment, please...", "Imunify360"), /Imunify360/],
  ["SiteGround", html(202, "…", "", { "sg-captcha": "challenge" }), /SiteGround/],
  ["Imperva", html(200, "", "<script src=/_Incapsula_Resource></script>"), /Imperva/],
  ["ModSecurity", html(406, "Not Acceptable!", "generated by Mod_Security"), /ModSecurity/],
  ["a check without a name", html(200, "One moment, please...", "Please wait"), /proof of a human/],
  ["a captcha", html(403, "Captcha", "Prove that you are a human"), /proof of a human/],
  [
    "maintenance",
    html(503, "Maintenance", "Briefly unavailable for scheduled maintenance."),
    /maintenance mode/,
  ],
  ["maintenance with status 200", html(200, "Wartungsarbeiten", "Wir sind bald zurück"), /maintenance mode/],
  ["coming soon", html(200, "Coming Soon", "We are launching"), /coming soon/],
  ["a sign-in page", html(200, "Log In", '<form name="loginform" id="loginform">'), /sign-in page/],
  ["a password page", html(200, "Ana's", '<form class="post-password-form">'), /sign-in page/],
  ["a password of the server", { status: 401, body: "<h1>Authorization Required</h1>" }, /password/],
  ["a suspended account", html(200, "Account Suspended"), /suspended/],
  [
    "a database that is away",
    html(500, "Database Error", "Error establishing a database connection"),
    /database/,
  ],
  [
    "a critical error",
    html(500, "WordPress › Error", "There has been a critical error on this website."),
    /PHP error/,
  ],
  [
    "a fatal error of PHP",
    { status: 200, body: "<br />\n<b>Fatal error</b>:  Out of memory in <b>/a.php</b> on line <b>1</b>" },
    /PHP error/,
  ],
  ["the server's own page", html(200, "Welcome to nginx!"), /web server at this address/],
  ["nothing", { status: 200, body: "" }, /nothing at all/],
  [
    "a page with a notice in front, which tells search engines of itself",
    {
      status: 200,
      body: `${notice}<!DOCTYPE html><title>Our wines</title><script type="application/ld+json">[{"id":1}]</script>`,
    },
    /titled “Our wines”/,
  ],
  ["a page of another kind", html(200, "Our wines", "Red, white"), /titled “Our wines”/],
  ["no such page", html(404, "Not Found"), /not at this address/],
  ["a REST API that is off", wordPressError(404, "rest_disabled"), /REST API .* switched off/],
  ["a REST API for members", wordPressError(401, "rest_cannot_access"), /REST API .* signed-in people/],
  [
    "a REST API closed by a security plugin",
    wordPressError(401, "itsec_rest_api_access_restricted"),
    /REST API/,
  ],
  [
    "an error of WordPress under status 200",
    { ...wordPressError(403, "woocommerce_rest_cannot_view"), status: 200 },
    /WordPress user/,
  ],
  [
    "a notice before an error",
    {
      status: 200,
      body: `${notice}{"code":"woocommerce_rest_authentication_error","message":"No.","data":{"status":401}}`,
    },
    /refused the keys/,
  ],
  ["other data", json({ hello: "world" }), /cannot be read/],
];

test.each(closed)("%s is named as what it is", async (_, answer, words) => {
  const { call } = await openShop(() => answer);
  expect(await catchRefusal(call)).toMatch(words);
});

const namespaces: readonly [string, readonly string[], RegExp][] = [
  ["is off", ["oembed/1.0", "wp/v2"], /not switched on/],
  ["is too old", ["wc/v1", "wc/v2", "wp/v2"], /older than 3\.5/],
];

test.each(namespaces)("a WordPress whose WooCommerce %s is said", async (_, listed, words) => {
  const { call } = await openShop(({ url }) =>
    url.pathname === "/wp-json/"
      ? json({ name: "Ana", namespaces: listed })
      : wordPressError(404, "rest_no_route"),
  );
  expect(await catchRefusal(call)).toMatch(words);
});

test("an answer that unpacks to more than we read is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, "["));
  const { call } = await openShop(() => ({
    status: 200,
    body: bomb,
    headers: { "content-encoding": "gzip" },
  }));
  await expect(identify(call)).rejects.toMatchObject({ kind: "unavailable", detail: /once unpacked/ });
});

/** All that is told of why the shop was not connected. */
async function catchRefusal(call: Parameters<typeof identify>[0]): Promise<string> {
  try {
    const account: Account = await identify(call);
    throw new Error(`${account.id} was connected.`);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return `${error.message} ${error.detail ?? ""}`;
  }
}
