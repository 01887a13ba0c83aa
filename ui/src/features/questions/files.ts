/** Files that the page itself receives, by drop or paste: what their bytes and names become on the wire. */

/** As the core refuses more, a larger file is not even read. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** The content in Base64; rejects when the file cannot be read, as a folder cannot. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    // A data URL: what follows the first comma is the content; an empty file has none.
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.readAsDataURL(file);
  });
}

/** The files of a drop or paste; text, links and pictures that only name an address are none. */
export function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

const two = (n: number) => String(n).padStart(2, '0');

/** Pasted pictures all come as `image.png`; the time tells them apart. A copied file keeps its name. */
export function pastedName(file: File, now: Date): string {
  if (file.name && !/^image\.\w+$/.test(file.name)) return file.name;
  const ending = /^image\/(png|jpeg|webp)$/.exec(file.type)?.[1] ?? 'png';
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `Screenshot ${date} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}.${ending === 'jpeg' ? 'jpg' : ending}`;
}
