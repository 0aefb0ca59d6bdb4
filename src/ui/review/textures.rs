//! Pictures of pages on their way to the graphics card.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use egui::{Color32, ColorImage, Id, Rect, TextureHandle, TextureOptions, Ui, pos2};

use crate::export::raster::Raster;

/// The textures by page, each with the picture it was made from.
#[derive(Clone, Default)]
struct Textures(BTreeMap<usize, (Weak<Raster>, TextureHandle)>);

fn key() -> Id {
    Id::unique("textures of the printed pages")
}

/// Paints the picture of a page.
pub(super) fn paint(ui: &Ui, page: usize, raster: &Arc<Raster>, rect: Rect) {
    let known = ui.data(|data| data.get_temp::<Textures>(key()));
    let known = known.and_then(|mut textures| textures.0.remove(&page));
    let texture = match known {
        Some((of, texture)) if of.as_ptr() == Arc::as_ptr(raster) => texture,
        _ => load(ui, page, raster),
    };
    let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, all, Color32::WHITE);
}

fn load(ui: &Ui, page: usize, raster: &Arc<Raster>) -> TextureHandle {
    let size = [usize::from(raster.width), usize::from(raster.height)];
    let image = ColorImage::from_rgba_premultiplied(size, &raster.pixels);
    let name = format!("printed-page-{page}");
    let texture = ui.ctx().load_texture(name, image, TextureOptions::LINEAR);
    let made = (Arc::downgrade(raster), texture.clone());
    ui.data_mut(|data| {
        data.get_temp_mut_or_default::<Textures>(key())
            .0
            .insert(page, made);
    });
    texture
}

/// Gives up the textures of pages that are out of sight.
pub(super) fn forget_others(ui: &Ui, seen: &[(usize, Rect)]) {
    ui.data_mut(|data| {
        let textures = data.get_temp_mut_or_default::<Textures>(key());
        textures
            .0
            .retain(|page, _| seen.iter().any(|(one, _)| one == page));
    });
}
