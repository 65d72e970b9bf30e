"""A short way to write Blender shader graphs."""

from typing import Any

import bpy

from bot.demo.stars.looks import Colour

Value = Any  # a node socket, or a plain number


def rgba(colour: Colour) -> tuple[float, float, float, float]:
    return (colour[0], colour[1], colour[2], 1.0)


class Shader:
    """One material under construction; methods add a node and return its output socket."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.node("ShaderNodeOutputMaterial")

    def node(self, kind: str, **properties: Any) -> Any:
        made = self.tree.nodes.new(kind)
        for name, value in properties.items():
            setattr(made, name, value)
        return made

    def feed(self, node: Any, **inputs: Value) -> Any:
        """Sets inputs by name (underscores are spaces) or, as `i3`, by number."""
        for name, value in inputs.items():
            key: Any = int(name[1:]) if name[0] == "i" and name[1:].isdigit() else name.replace("_", " ")
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[key])
            else:
                node.inputs[key].default_value = value
        return node

    def finish(self, surface: Any) -> Any:
        """Makes `surface` the material's look → the material."""
        self.tree.links.new(surface, self.output.inputs[0])
        return self.material

    def principled(self, **inputs: Value) -> Any:
        return self.feed(self.node("ShaderNodeBsdfPrincipled"), **inputs).outputs[0]

    def math(self, operation: str, a: Value, b: Value = 0.0) -> Any:
        return self.feed(self.node("ShaderNodeMath", operation=operation), i0=a, i1=b).outputs[0]

    def add(self, a: Value, b: Value) -> Any:
        return self.math("ADD", a, b)

    def times(self, a: Value, b: Value) -> Any:
        return self.math("MULTIPLY", a, b)

    def minus(self, a: Value, b: Value) -> Any:
        return self.math("SUBTRACT", a, b)

    def mix(self, factor: Value, a: Value, b: Value, blend: str = "MIX") -> Any:
        node = self.node("ShaderNodeMix", data_type="RGBA", blend_type=blend)
        return self.feed(node, i0=factor, i6=a, i7=b).outputs[2]

    def ramp(self, value: Value, low: float, high: float) -> Any:
        """`value` mapped from low … high to 0 … 1, clamped."""
        return self.feed(self.node("ShaderNodeMapRange"), i0=value, i1=low, i2=high).outputs[0]

    def bell(self, value: Value, centre: float, width: float) -> Any:
        """1 at `centre`, falling smoothly to 0 about two widths away."""
        square = self.math("POWER", self.math("ABSOLUTE", self.math("DIVIDE", self.minus(value, centre), width)), 2.0)
        return self.math("EXPONENT", self.times(square, -1.0))

    def noise(self, place: Value, scale: float, detail: float = 3, roughness: float = 0.6) -> Any:
        node = self.node("ShaderNodeTexNoise")
        return self.feed(node, Vector=place, Scale=scale, Detail=detail, Roughness=roughness).outputs[0]

    def cells(self, place: Value, scale: float) -> Any:
        """Distance to the nearest point of a random scatter."""
        return self.feed(self.node("ShaderNodeTexVoronoi"), Vector=place, Scale=scale).outputs[0]

    def stretch(self, place: Value, scale: tuple[float, float, float]) -> Any:
        node = self.feed(self.node("ShaderNodeMapping"), Vector=place)
        node.inputs["Scale"].default_value = scale
        return node.outputs[0]

    def split(self, place: Value) -> tuple[Any, Any, Any]:
        outputs = self.feed(self.node("ShaderNodeSeparateXYZ"), i0=place).outputs
        return outputs[0], outputs[1], outputs[2]

    def attribute(self, name: str, output: str = "Vector") -> Any:
        return self.node("ShaderNodeAttribute", attribute_name=name).outputs[output]

    def object_place(self) -> Any:
        return self.node("ShaderNodeTexCoord").outputs["Object"]

    def bump(self, height: Value, strength: Value, distance: float, normal: Any = None) -> Any:
        node = self.feed(self.node("ShaderNodeBump"), Strength=strength, Distance=distance, Height=height)
        if normal is not None:
            self.feed(node, Normal=normal)
        return node.outputs[0]

    def cut(self, surface: Any, edge: Value) -> Any:
        """`surface` where `edge` is negative, nothing where it is positive."""
        hole = self.node("ShaderNodeBsdfTransparent").outputs[0]
        node = self.feed(self.node("ShaderNodeMixShader"), i0=self.math("GREATER_THAN", edge, 0.0), i1=surface, i2=hole)
        return node.outputs[0]


def plain_material(name: str, colour: Colour, roughness: float = 0.6, **inputs: Value) -> Any:
    """One colour all over; the same name gives the same material again."""
    known = bpy.data.materials.get(name)
    if known is not None:
        return known
    shader = Shader(name)
    return shader.finish(shader.principled(Base_Color=rgba(colour), Roughness=roughness, **inputs))
