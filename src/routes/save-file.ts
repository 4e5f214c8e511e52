export { saveFile } from '#lib/ui/save-file.ts';
