;; Counts bits sixteen bytes at once. `count-bits.ts` holds what this is translated to; its test translates it anew.
(module
  (memory (export "memory") 1)
  ;; How many bits are set in both of two runs of bytes, which begin at $a and $b; $length is a multiple of 16.
  (func (export "countBoth") (param $a i32) (param $b i32) (param $length i32) (result i32)
    (local $end i32)
    (local $sum v128)
    (local.set $end (i32.add (local.get $a) (local.get $length)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        ;; Bits per byte, summed in twos, then in fours.
        (local.set $sum
          (i32x4.add
            (local.get $sum)
            (i32x4.extadd_pairwise_i16x8_u
              (i16x8.extadd_pairwise_i8x16_u
                (i8x16.popcnt (v128.and (v128.load (local.get $a)) (v128.load (local.get $b))))))))
        (local.set $a (i32.add (local.get $a) (i32.const 16)))
        (local.set $b (i32.add (local.get $b) (i32.const 16)))
        (br $next)))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
