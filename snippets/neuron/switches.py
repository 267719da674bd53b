"""Two switches, one lamp: count points and compare them with a threshold."""


# --8<-- [start:points]
def lamp(first: int, second: int, threshold: float) -> int:
    points = first + second  # a switch that is on is 1, else 0
    return 1 if points >= threshold else 0


for first, second in ((0, 0), (0, 1), (1, 0), (1, 1)):
    press, bell = lamp(first, second, 1.5), lamp(first, second, 0.5)
    print(f"switches {first} {second}   press {press}   doorbell {bell}")
#> switches 0 0   press 0   doorbell 0
#> switches 0 1   press 0   doorbell 1
#> switches 1 0   press 0   doorbell 1
#> switches 1 1   press 1   doorbell 1
# --8<-- [end:points]
