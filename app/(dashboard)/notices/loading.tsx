import { ListLoading } from "#components/listing/list-loading.tsx";

export default function NoticesLoading() {
  return <ListLoading title="Notices" what="notices" />;
}
