import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { PageError } from "./page-error.tsx";

const place = vi.hoisted(() => ({ pathname: "/" }));
vi.mock("next/navigation", () => ({
  usePathname: () => place.pathname,
  useRouter: () => ({ refresh() {} }),
}));

const shown = () =>
  renderToStaticMarkup(<PageError error={new Error("broken")} retry={() => {}} reset={() => {}} />);

beforeEach(() => {
  place.pathname = "/";
});

test.each([
  ["/webhooks", "We could not load the webhooks"],
  ["/deliveries/dlv_1", "We could not load the deliveries"],
  ["/test-inboxes", "We could not load the test inboxes"],
])("a page under %s says: %s", (pathname, words) => {
  place.pathname = pathname;
  expect(shown()).toContain(words);
});

test.each(["/", "/settings", "/constructor"])("a page at %s says that something went wrong", (pathname) => {
  place.pathname = pathname;
  expect(shown()).toContain("Something went wrong");
  expect(shown()).not.toContain("We could not load");
});
