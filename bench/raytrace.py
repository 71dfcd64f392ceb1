"""A ray tracer: spheres and a chequered floor, shadows, reflections; floats in objects, virtual calls."""
# small: 8

import math
import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 250


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scale(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other):
        return Vector(self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z, self.x * other.y - self.y * other.x)

    def length(self):
        return math.sqrt(self.dot(self))

    def unit(self):
        return self.scale(1.0 / self.length())

    def mirrored(self, normal):
        return self - normal.scale(2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit()

    def at(self, t):
        return self.origin + self.direction.scale(t)


class Sphere:
    def __init__(self, center, radius):
        self.center = center
        self.radius = radius

    def hit(self, ray):
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        inside = self.radius * self.radius - (to_center.dot(to_center) - along * along)
        if inside < 0:
            return None
        t = along - math.sqrt(inside)
        return t if t > 1e-6 else None

    def normal(self, point):
        return (point - self.center).unit()


class Floor:
    def __init__(self, height):
        self.height = height
        self.up = Vector(0.0, 1.0, 0.0)

    def hit(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        t = (self.height - ray.origin.y) / ray.direction.y
        return t if t > 1e-6 else None

    def normal(self, point):
        return self.up


class Matte:
    reflection = 0.2

    def __init__(self, colour):
        self.colour = colour

    def base(self, point):
        return self.colour


class Chequered(Matte):
    def __init__(self, colour, other):
        super().__init__(colour)
        self.other = other

    def base(self, point):
        return self.colour if (math.floor(point.x * 2) + math.floor(point.z * 2)) % 2 else self.other


class Mirror(Matte):
    reflection = 0.7


class Scene:
    def __init__(self):
        self.things = []
        self.lights = []
        self.rays = 0

    def nearest(self, ray):
        best = None
        for shape, surface in self.things:
            t = shape.hit(ray)
            if t is not None and (best is None or t < best[0]):
                best = t, shape, surface
        return best

    def in_shadow(self, point, light):
        to_light = light - point
        ray = Ray(point, to_light)
        distance = to_light.length()
        for shape, _ in self.things:
            t = shape.hit(ray)
            if t is not None and t < distance:
                return True
        return False

    def colour(self, ray, depth):
        self.rays += 1
        found = self.nearest(ray)
        if found is None:
            sky = 0.5 + 0.5 * ray.direction.y
            return 0.3 * sky, 0.5 * sky, 0.9 * sky
        t, shape, surface = found
        point = ray.at(t)
        normal = shape.normal(point)
        light_sum = 0.15
        for light in self.lights:
            strength = (light - point).unit().dot(normal)
            if strength > 0 and not self.in_shadow(point, light):
                light_sum += strength * 0.6
        r, g, b = surface.base(point)
        colour = r * light_sum, g * light_sum, b * light_sum
        if depth > 0 and surface.reflection > 0:
            k = surface.reflection
            other = self.colour(Ray(point, ray.direction.mirrored(normal)), depth - 1)
            colour = tuple(c * (1 - k) + o * k for c, o in zip(colour, other))
        return colour


def render(scene, width, height):
    eye, target = Vector(0.0, 1.8, 9.0), Vector(0.0, 0.8, 0.0)
    forward = (target - eye).unit()
    right = forward.cross(Vector(0.0, 1.0, 0.0)).unit()
    up = right.cross(forward)
    image = bytearray()
    for y in range(height):
        for x in range(width):
            dx, dy = (x - width / 2) / width * 1.2, (height / 2 - y) / height * 0.9
            ray = Ray(eye, forward + right.scale(dx) + up.scale(dy))
            for part in scene.colour(ray, 3):
                image.append(min(255, int(part * 255)))
    return image


scene = Scene()
scene.lights = [Vector(20.0, 30.0, 10.0), Vector(-10.0, 20.0, 15.0)]
for i in range(6):
    surface = Mirror((0.9, 0.9, 0.9)) if i % 2 else Matte((0.2 + 0.12 * i, 0.9 - 0.1 * i, 0.4))
    scene.things.append((Sphere(Vector(-3.0 + i * 1.2, 0.5 + 0.15 * i, -i % 3 - 1.0), 0.7), surface))
scene.things.append((Floor(0.0), Chequered((0.9, 0.9, 0.9), (0.1, 0.1, 0.1))))
image = render(scene, N * 4 // 3, N)
check = 0
for value in image:
    check = (check * 31 + (value >> 2)) % 1_000_003
print(len(image), scene.rays, check)
