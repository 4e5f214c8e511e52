/** Where a floating layer of an element belongs: the dialog or the main part around it, so that it is neither clipped nor out of reach. */
export function layerHost(element: Element | null | undefined): HTMLElement {
  return element?.closest<HTMLElement>('[role="dialog"], main') ?? document.body;
}
