import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function AppLoading() {
  return <DetailLoading what="the app" />;
}
