import { pluralRu } from '../plural.ts';

/** Sentences about the app as something that is kept in the browser, in Russian. */
export const offline = {
  kept: 'Работает и без сети.',
  waiting: {
    title: 'Готова новая версия.',
    text: 'Страница откроется заново. Всё принятое и сохранённое останется.',
    action: 'Обновить',
  },
  taken: {
    title: 'В другой вкладке открыта новая версия.',
    text: 'Здесь можно закончить начатое. Новая версия откроется, когда вы обновите страницу.',
    action: 'Обновить страницу',
  },
  launched: {
    title: (count: number, text: string): string =>
      `${pluralRu(count, 'Ждёт', 'Ждут', 'Ждут')} ${text} ${pluralRu(count, 'файл', 'файла', 'файлов')}`,
    text: 'Они откроются, когда закончится проверка тех, что уже прочитаны.',
    failed: 'Файл не открылся.',
    failedText: 'Его могли переместить или удалить. Перетащите его в окно загрузки.',
  },
};
