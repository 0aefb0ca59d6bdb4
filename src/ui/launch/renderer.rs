//! The ways in which the window can be drawn, and their order.

use std::env;
use std::process::Command;

use crate::app;

/// A way to draw the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// wgpu with whatever the system has, without a graphics card its software
    /// adapter.
    Wgpu,
    /// No graphics card: the software adapter of wgpu where wgpu is built in,
    /// elsewhere OpenGL drawn by Mesa's own processor code.
    Software,
    /// OpenGL.
    Glow,
}

/// What this build can try, best first.
///
/// Remote desktops on Windows offer OpenGL 1.1 only, which glow refuses, so it
/// stands last there. Elsewhere OpenGL is the driver that every desktop has.
pub(super) const CHAIN: &[Renderer] = if cfg!(windows) {
    &[Renderer::Wgpu, Renderer::Software, Renderer::Glow]
} else if cfg!(feature = "wgpu") {
    &[Renderer::Glow, Renderer::Wgpu, Renderer::Software]
} else if cfg!(target_os = "linux") {
    &[Renderer::Glow, Renderer::Software]
} else {
    &[Renderer::Glow]
};

/// The renderer to try next: the wished one first, then the chain in its
/// order; nothing once all of them were tried.
pub(super) fn next_renderer(
    chain: &[Renderer],
    wished: Option<Renderer>,
    tried: &[Renderer],
) -> Option<Renderer> {
    let wished = wished.filter(|renderer| chain.contains(renderer));
    wished
        .iter()
        .chain(chain)
        .find(|renderer| !tried.contains(renderer))
        .copied()
}

/// What Mesa reads to leave the graphics card alone.
const MESA_SOFTWARE: [(&str, &str); 2] = [
    ("LIBGL_ALWAYS_SOFTWARE", "1"),
    ("GALLIUM_DRIVER", "llvmpipe"),
];

impl Renderer {
    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Renderer::Wgpu => "wgpu",
            Renderer::Software => "software",
            Renderer::Glow => "glow",
        }
    }

    /// The renderer of a name, if this build has it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut chain = CHAIN.iter().copied();
        chain.find(|renderer| renderer.name() == name)
    }

    /// The renderer that somebody prefers; none leaves it to the chain.
    pub(super) fn preferred(preference: app::Renderer) -> Option<Self> {
        match preference {
            app::Renderer::Automatic => None,
            app::Renderer::Wgpu => Some(Renderer::Wgpu),
            app::Renderer::Software => Some(Renderer::Software),
            app::Renderer::Glow => Some(Renderer::Glow),
        }
    }

    /// The same as a preference.
    pub(super) fn preference(self) -> app::Renderer {
        match self {
            Renderer::Wgpu => app::Renderer::Wgpu,
            Renderer::Software => app::Renderer::Software,
            Renderer::Glow => app::Renderer::Glow,
        }
    }

    /// Whether the process has to begin anew for this renderer: Mesa reads its
    /// variables from the environment, which a running program does not change.
    pub(super) fn wants_another_environment(self) -> bool {
        self.is_mesa_software()
            && MESA_SOFTWARE
                .iter()
                .any(|(name, value)| env::var_os(name).is_none_or(|own| own != *value))
    }

    /// Gives a new process what this renderer reads from the environment.
    pub(super) fn prepare(self, command: &mut Command) {
        if self.is_mesa_software() {
            command.envs(MESA_SOFTWARE);
        }
    }

    fn is_mesa_software(self) -> bool {
        self == Renderer::Software && !cfg!(any(windows, feature = "wgpu"))
    }

    /// Sets what eframe is told.
    pub(super) fn choose(self, options: &mut eframe::NativeOptions) {
        match self {
            Renderer::Glow => options.renderer = eframe::Renderer::Glow,
            #[cfg(any(windows, feature = "wgpu"))]
            Renderer::Wgpu => wgpu::choose(options, wgpu::Adapters::Any),
            #[cfg(any(windows, feature = "wgpu"))]
            Renderer::Software => wgpu::choose(options, wgpu::Adapters::Software),
            #[cfg(not(any(windows, feature = "wgpu")))]
            Renderer::Wgpu | Renderer::Software => options.renderer = eframe::Renderer::Glow,
        }
    }
}

/// Which adapter of wgpu draws.
#[cfg(any(windows, feature = "wgpu"))]
mod wgpu {
    use std::sync::Arc;

    use eframe::egui_wgpu::{WgpuSetup, WgpuSetupCreateNew};
    use eframe::wgpu::{Adapter, AdapterInfo, Backend, Backends, DeviceType, Surface};

    /// Which adapters come into question.
    #[derive(Clone, Copy)]
    pub(super) enum Adapters {
        Any,
        Software,
    }

    pub(super) fn choose(options: &mut eframe::NativeOptions, adapters: Adapters) {
        options.renderer = eframe::Renderer::Wgpu;
        let mut setup = WgpuSetupCreateNew::without_display_handle();
        // `WGPU_BACKEND` stays in force for support staff.
        setup.instance_descriptor.backends = Backends::from_env().unwrap_or(if cfg!(windows) {
            Backends::DX12 | Backends::GL
        } else {
            Backends::PRIMARY | Backends::GL
        });
        setup.native_adapter_selector = Some(Arc::new(
            move |found: &[Adapter], surface: Option<&Surface<'_>>| {
                let usable = found.iter().filter(|adapter| {
                    surface.is_none_or(|surface| adapter.is_surface_supported(surface))
                });
                let ranked = usable
                    .filter_map(|adapter| Some((rank(&adapter.get_info(), adapters)?, adapter)));
                let best = ranked.min_by_key(|(rank, _)| *rank);
                best.map(|(_, adapter)| adapter.clone())
                    .ok_or_else(|| "no adapter can draw the window".to_owned())
            },
        ));
        options.wgpu_options.wgpu_setup = WgpuSetup::CreateNew(setup);
    }

    /// The lower, the better: a card before the software adapter (WARP), and
    /// OpenGL last; among cards the sparing one, for a form moves little.
    fn rank(info: &AdapterInfo, adapters: Adapters) -> Option<u8> {
        let device = match info.device_type {
            DeviceType::IntegratedGpu => 0,
            DeviceType::DiscreteGpu => 1,
            DeviceType::VirtualGpu | DeviceType::Other => 2,
            DeviceType::Cpu => 3,
        };
        let last = if info.backend == Backend::Gl { 4 } else { 0 };
        match adapters {
            Adapters::Software if info.device_type != DeviceType::Cpu => None,
            Adapters::Any | Adapters::Software => Some(device + last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Renderer] = &[Renderer::Wgpu, Renderer::Software, Renderer::Glow];

    /// Every renderer that is tried, one failure after the other.
    fn order(chain: &[Renderer], wished: Option<Renderer>) -> Vec<Renderer> {
        let mut tried = Vec::new();
        while let Some(next) = next_renderer(chain, wished, &tried) {
            tried.push(next);
            assert!(tried.len() <= chain.len(), "{tried:?}");
        }
        tried
    }

    #[test]
    fn each_renderer_is_tried_once_in_the_order_of_the_chain() {
        assert_eq!(order(ALL, None), ALL);
        assert_eq!(order(&[], None), []);
    }

    #[test]
    fn the_wished_renderer_comes_first_and_the_others_after_it() {
        assert_eq!(
            order(ALL, Some(Renderer::Glow)),
            [Renderer::Glow, Renderer::Wgpu, Renderer::Software]
        );
    }

    #[test]
    fn a_wish_that_this_build_cannot_grant_is_passed_over() {
        let chain = &[Renderer::Glow, Renderer::Software];
        assert_eq!(order(chain, Some(Renderer::Wgpu)), chain);
    }

    #[test]
    fn every_renderer_of_this_build_has_a_name_that_finds_it() {
        for renderer in CHAIN {
            assert_eq!(Renderer::named(renderer.name()), Some(*renderer));
            assert_eq!(Renderer::preferred(renderer.preference()), Some(*renderer));
        }
        assert_eq!(Renderer::named("vulkan"), None);
    }
}
