import { ListLoading } from "#components/listing/list-loading.tsx";

export default function DisputesLoading() {
  return <ListLoading title="Disputes" what="disputes" />;
}
